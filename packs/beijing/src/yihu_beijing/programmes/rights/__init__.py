"""Rights and services that are not money: legal aid, rehabilitation of disabled children."""
