"""Children in need (困境儿童): orphans, unsupported children."""
