#!/bin/sh
# Plays one small world: runs its script in a scratch copy of its folder and compares what it printed, to standard output and
# standard error together, and each exit status that the script shows.
#
#   play.sh WORLD DECANT [update]
#
# The script calls `decant`, or `lint` to be judged by the pack and the scorecard in shared/, whose words no other pack
# knows; "$?" is printed by `status`. With `update` the expectation is rewritten: read the diff.
set -eu
world=$1
binary=$2
scratch=$(mktemp -d)
trap 'chmod -R u+rwX "$scratch"; rm -rf "$scratch"' EXIT
cp -R "$world/." "$scratch/world"
cp -R "$world/../shared" "$scratch/shared"
rm -f "$scratch/world/expected" "$scratch/world/run"
mkdir "$scratch/bin"
ln -s "$binary" "$scratch/bin/decant"
{
  echo 'status() { echo "exit $?"; }'
  echo 'lint() { decant lint --rules ../shared/fruit.yaml --scorecard ../shared/card.yaml "$@"; }'
  cat "$world/run"
} > "$scratch/script"
cd "$scratch/world"
env -i PATH="$scratch/bin:/usr/bin:/bin" HOME="$scratch" LC_ALL=C TERM=dumb \
  ASAN_OPTIONS="${ASAN_OPTIONS-}" UBSAN_OPTIONS="${UBSAN_OPTIONS-}" \
  sh "$scratch/script" > "$scratch/printed" 2>&1 < /dev/null || echo "the script itself failed with $?" >> "$scratch/printed"
# A hash of the packs is no part of what a world expects: it changes with every pack.
sed -e 's/"pack_hash":"[0-9a-f]*"/"pack_hash":"…"/g' "$scratch/printed" > "$scratch/plain"
if [ "${3-}" = update ]; then
  cp "$scratch/plain" "$world/expected"
else
  diff -u "$world/expected" "$scratch/plain"
fi
