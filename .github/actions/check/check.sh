#!/usr/bin/env bash
# The step "Check" of the action: what its inputs ask for, annotated, summed up and counted.
set -euo pipefail
bin=$(cat "$RUNNER_TEMP/os2governance/installed")
said=$(mktemp -d "$RUNNER_TEMP/said.XXXXXX")

say() { # KIND TEXT: the text as one annotation, whatever stands in it
    local text=${2//'%'/%25}
    text=${text//$'\r'/%0D}
    echo "::$1 title=Governance check::${text//$'\n'/%0A}"
}
run() { "$bin/python" -I -m os2governance "$@"; }

lang=(--lang "$IN_LANG") shared=() paths=() compare=()
[ -z "$IN_AS_OF" ] || shared+=(--as-of "$IN_AS_OF")
while IFS= read -r folder; do
    [ -z "$folder" ] || shared+=(--criteria "$folder")
done <<< "$IN_CRITERIA"
while IFS= read -r path; do # a block of lines ends with a line break
    [ -z "$path" ] || paths+=("$path")
done <<< "$IN_PATHS"
if [ "$IN_AGAINST" != auto ]; then
    [ -z "$IN_AGAINST" ] || compare=(--against "$IN_AGAINST")
elif [[ $EVENT_BASE =~ [1-9a-f] ]]; then # zeros, or nothing: there is no state before
    compare=(--against "$EVENT_BASE")
    # A push may have left its former state behind: then there is nothing to compare with.
    if [ "${GITHUB_EVENT_NAME:-}" = push ] && ! git cat-file -e "$EVENT_BASE^{commit}" 2> /dev/null; then
        compare=()
        say notice "The state before this push is not in the checkout, so nothing is compared with it."
    fi
fi
case "$IN_NEW" in
    true) [ "$IN_AGAINST" = auto ] && [ ${#compare[@]} = 0 ] || compare+=(--new) ;;
    false | "") ;;
    *)
        say error "The input 'new' is true or false, not '$IN_NEW'."
        exit 2
        ;;
esac
checked=(check "${lang[@]}" "${shared[@]}" "${compare[@]}" --no-cache)
[ -z "$IN_FAIL_ON" ] || checked+=(--fail-on "$IN_FAIL_ON")
: > "$said/check.json" # stays empty where nothing can be checked
checked+=(--format github --output "json=$said/check.json")
while IFS= read -r output; do
    [ -z "$output" ] || checked+=(--output "$output")
done <<< "$IN_FORMATS"
[ -z "$IN_SARIF" ] || checked+=(--output "sarif=$said/sarif")

code=0
run "${checked[@]}" -- "${paths[@]}" > "$said/out" 2> "$said/why" || code=$?
cat "$said/out"
why=$(cat "$said/why")
if [ -n "$why" ]; then # a hint, unless it is why nothing could be checked
    if [ "$code" -gt 1 ] && ! grep -q '^::error' "$said/out"; then say error "$why"; else say notice "$why"; fi
fi

if [ -s "$said/sarif" ]; then
    cp "$said/sarif" "$IN_SARIF"
    echo "sarif=$IN_WORKING_DIRECTORY/$IN_SARIF" >> "$GITHUB_OUTPUT"
fi
run assess "${lang[@]}" "${shared[@]}" --format json -- "${paths[@]}" > "$said/levels.json" 2> /dev/null || true
"$bin/python" -I - "$said" >> "$GITHUB_OUTPUT" << 'END'
import json, pathlib, sys

def read(name):
    text = pathlib.Path(sys.argv[1], name).read_text(encoding="utf-8")
    return json.loads(text) if text.strip() else {}

checked = read("check.json")
for severity, count in checked.get("counts", {}).items():
    print(f"{severity}s={count}")
print(f"known={checked.get('known', 0)}")
products = read("levels.json").get("products", [])
print("levels=" + json.dumps({each["product"]: each["levels"]["assessed"] for each in products}))
END
exit "$code"
