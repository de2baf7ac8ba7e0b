#!/bin/sh
# Locks all dependencies (uv.lock) and writes them with hashes for plain pip. Needs uv; asked by `make lock`.
# Settings of this machine (other indexes, mirrors, local folders) stay out of the lock: UV_NO_CONFIG.
set -eu
cd "$(dirname "$0")/.."
for name in $(env | sed -n 's/^\(UV_[A-Z_]*\)=.*/\1/p'); do
  case "$name" in UV_CACHE_DIR | UV_PYTHON) ;; *) unset "$name" ;; esac
done
export UV_NO_CONFIG=1

write() { # file, what for, options of uv export
  file=$1 what=$2
  shift 2
  {
    echo "# $what Written by make lock from uv.lock; do not edit."
    uv export --quiet --frozen --all-packages --no-emit-workspace --no-header --no-annotate --no-default-groups "$@"
  } >"$file.half"
  mv "$file.half" "$file"
}

uv lock "$@"
write requirements.txt "What Yihu needs to run, and to be installed from this folder." --group build
write requirements-dev.txt "What make test needs." --group build --group dev --extra spark
write requirements-bench.txt "What make bench needs." --group build --group bench --extra spark
write requirements-node.txt "Node, for machines without npm." --only-group node
