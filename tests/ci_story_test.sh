#!/bin/sh
# The story of examples/ci, played through in a scratch repository: the hook lets pass what only moves lines, refuses what adds a
# fault, and the workflow's command annotates that one line.
#
#   ci_story_test.sh SOURCE DECANT
set -eu
command -v git > /dev/null || { echo "skipped: there is no git"; exit 77; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/bin"
ln -s "$2" "$place/bin/decant"
PATH=$place/bin:$PATH
export PATH HOME="$place" GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=Ines GIT_AUTHOR_EMAIL=ines@market.example \
  GIT_COMMITTER_NAME=Ines GIT_COMMITTER_EMAIL=ines@market.example
mkdir "$place/repo"
cd "$place/repo"
git init -q .
mkdir -p examples
cp -R "$1/examples/scripts" examples/
git add -A
git commit -q -m "As it was"
cp "$1/examples/ci/pre-commit" .git/hooks/

fail() { echo "$1"; exit 1; }

# Everything goes two lines down; nothing new is said.
sed -i 's/^# Late deliveries$/# Parcels\n\n# Late deliveries/' examples/scripts/late-delivery.md
git commit -q -am "Lines moved" > moved.log 2>&1 || { cat moved.log; fail "a change that only moves lines was refused"; }

printf '\nYou need to calm down, {name}.\n' >> examples/scripts/late-delivery.md
line=$(wc -l < examples/scripts/late-delivery.md)
! git commit -q -am "A fault" > added.log 2>&1 || fail "a change that adds a fault was let pass"
decant diff --git HEAD --format github examples/scripts > annotated || true
cat annotated
[ "$(grep -c "^::.*file=examples/scripts/late-delivery.md,line=$line,.*telling-how-to-feel" annotated)" -ge 1 ] || fail "no annotation on line $line"
! grep -v "late-delivery.md,line=$line," annotated || fail "an annotation on another line"
