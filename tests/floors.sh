#!/bin/sh
# Who may include whom: a file includes its own folder or a lower floor, never up, never sideways. And which libraries have
# one door each.
#
#   floors.sh SRC
set -eu
cd "$1"

# The floor of a folder, counted from the ground.
floor() {
  case "$1" in
    base) echo 0 ;;
    text | yaml | json) echo 1 ;;
    input | transcript | pattern) echo 2 ;;
    match) echo 3 ;;
    rule) echo 4 ;;
    score) echo 5 ;;
    lint) echo 6 ;;
    eval) echo 7 ;;
    report) echo 8 ;;
    cli) echo 9 ;;
    .) echo 10 ;;
    *) echo "no floor for the folder $1" >&2; exit 2 ;;
  esac
}

failed=0
count=0
for file in $(find . -name '*.h' -o -name '*.cc' | sed 's|^\./||' | sort); do
  case "$file" in */*) folder=${file%%/*} ;; *) folder=. ;; esac
  mine=$(floor "$folder")
  for included in $(sed -n 's|^#include "\([^"]*\)".*|\1|p' "$file"); do
    count=$((count + 1))
    target=${included%%/*}
    if [ "$target" = "$included" ]; then
      echo "$file includes \"$included\": write includes from src/"
      failed=1
    elif [ "$target" != "$folder" ] && [ "$(floor "$target")" -ge "$mine" ]; then
      echo "$file includes \"$included\", which is not on a lower floor"
      failed=1
    fi
  done
done

door() {
  header=$1
  place=$2
  for file in $(grep -rl "^#include <$header" --include='*.h' --include='*.cc' . | sed 's|^\./||'); do
    case "$file" in
      $place) ;;
      *) echo "$file includes <$header…>, whose door is $place"; failed=1 ;;
    esac
  done
}
door CLI/ 'cli/options*'
door re2/ 'pattern/*'
door yaml-cpp/ 'yaml/node.cc'
door simdjson 'json/*'
door md4c 'transcript/formats/markdown.cc'
door utf8proc 'text/*'
door gmime/ transcript/formats/mime.cc
door archive input/archive.cc
door zlib input/gzip.cc
door uchardet input/encoding.cc
door iconv input/encoding.cc

echo "$count includes looked at"
exit $failed
