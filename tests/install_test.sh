#!/bin/sh
# What is installed is whole, where shells, man and editors look for it, and runs from there.
#
#   install_test.sh BUILD
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
DESTDIR=$place cmake --install "$1" --prefix /usr > /dev/null
cd "$place/usr"
for file in share/man/man1/decant.1 share/man/man5/decant-packs.5 share/bash-completion/completions/decant \
  share/zsh/vendor-completions/_decant share/fish/vendor_completions.d/decant.fish share/decant/packs.schema.json \
  share/decant/scorecard.schema.json share/decant/rules/cant-vocabulary.yaml share/decant/rules/scorecards/default.yaml; do
  [ -s "$file" ] || { echo "$file is missing or empty"; exit 1; }
done
bin/decant --version
printf 'Agent: I am afraid we cannot do that for you today, but what I can do is send you another one.\n' | bin/decant lint --fail-on never - |
  grep -q cant-vocabulary
