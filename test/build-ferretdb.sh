#!/bin/sh
# Builds FerretDB, which speaks MongoDB's protocol, so that Agenda on MongoDB is tested where no MongoDB is at hand.
# Needs Go and its module proxy, about two minutes the first time; the tests find it under .deskhand/bin.
# Usage: sh test/build-ferretdb.sh
set -eu
version=v1.24.0
module=github.com/FerretDB/FerretDB
target="$(cd "$(dirname "$0")/.." && pwd)/.deskhand/bin"
[ -x "$target/ferretdb" ] && exit 0
command -v go >/dev/null || { echo 'Go is not installed: Agenda on MongoDB will not be tested.' >&2; exit 0; }

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
printf 'module ferretdb\ngo 1.22\nrequire %s %s\n' "$module" "$version" > go.mod
go mod download "$module"
cp -R "$(go list -m -f '{{.Dir}}' "$module")" source
chmod -R u+w source
# Its release scripts write the version into a file that the module does not carry; without it the program panics.
echo "$version" > source/build/version/version.txt
cd source
mkdir -p "$target"
go build -o "$target/ferretdb" ./cmd/ferretdb
