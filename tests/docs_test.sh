#!/bin/sh
# Do the README and the manual say what decant does? Every ```console block of the README is played again. Every command,
# option, format and key of a verdict stands in the manual, and no option that decant does not know.
#
#   docs_test.sh SOURCE DECANT [update]
#
# With `update` the blocks of the README are rewritten with what was printed: read the diff.
set -eu
source=$1
binary=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

fail() {
  echo "$1"
  failed=1
}

# --- the README's blocks, as if decant had been built in build/
mkdir "$scratch/build"
ln -s "$binary" "$scratch/build/decant"
ln -s "$source/examples" "$scratch/examples"
(
  cd "$scratch"
  LC_ALL=C TERM=dumb awk '
    /^```console$/ { is_inside = 1; print; next }
    is_inside && /^```$/ { is_inside = 0 }
    is_inside && /^\$ / {
      print
      command = "{ " substr($0, 3) "; } 2>&1"
      while ((command | getline line) > 0) print line
      close(command)
    }
    !is_inside
  ' "$source/README.md" > README.md
)
if [ "${3-}" = update ]; then
  cat "$scratch/README.md" > "$source/README.md"
else
  diff -u "$source/README.md" "$scratch/README.md" || failed=1
fi

# --- the manual's words
manual=$source/man/decant.1
sed -n 's/^\.It Fl //p' "$manual" | tr ' ' '\n' | sed -n 's/^-\([a-z].*\)/--\1/p' | sort -u > "$scratch/told"
"$binary" --help > "$scratch/help"
sed -n '/^Subcommands:/,$s/^  \([a-z][a-z]*\) .*/\1/p' "$scratch/help" > "$scratch/commands"
[ -s "$scratch/commands" ] || fail "no commands in decant --help"
while read -r command; do
  grep -q "^\.Ss decant $command\$" "$manual" || fail "the manual has no section on decant $command"
  "$binary" "$command" --help >> "$scratch/help"
done < "$scratch/commands"
sed -n 's/^  \(-[^ ]*\).*/\1/p' "$scratch/help" | tr ',' '\n' | grep '^--' | sort -u > "$scratch/known"
[ -s "$scratch/known" ] || fail "no options in decant lint --help"
sort -u "$scratch/known" "$scratch/told" > "$scratch/all"
while read -r option; do
  grep -qxe "$option" "$scratch/told" || fail "the manual lacks $option"
  grep -qxe "$option" "$scratch/known" || fail "the manual tells of $option, which decant does not know"
done < "$scratch/all"
for option in $(grep -o '`[^`]*`' "$source/README.md" | grep '^`.*decant\|^`--' | grep -o -e '--[a-z][a-z-]*' | sort -u); do
  grep -qxe "$option" "$scratch/known" || fail "the README tells of $option, which decant does not know"
done

# In the manual as ".Cm word", alone or among others.
has_word() { grep -qE "^\.(It |Pq )?Cm( | .* )$1( |\$)" "$manual" || fail "the manual lacks $2 $1"; }
for format in $("$binary" formats | sed -n 's/^\([a-z][^ ]*\) .*/\1/p'); do has_word "$format" "the format"; done
for key in $(grep -oE '(key|member|write_known)\("[a-z_]+"' "$source/src/report/verdict_json.cc" | sed 's/.*"\(.*\)"/\1/' | sort -u); do
  has_word "$key" "the key"
done

if command -v mandoc > /dev/null; then
  mandoc -Tlint -W warning "$source"/man/* || failed=1
fi

echo "$(wc -l < "$scratch/known") options, $(wc -l < "$scratch/commands") commands"
exit $failed
