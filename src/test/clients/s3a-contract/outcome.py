"""Counts what JUnit's reports in a folder tell, and writes what did not pass, with its reason, into a file.

outcome.py REPORTS PAGE FILE [SECTION]: ends with 1 when a test failed, or was skipped, that the page does not name. The page
names tests in rows of tables that begin with "| 2 failed |" or "| 2 skipped |": `Class.test`, or `Class[parameters]` for all
tests of a class that have these.

With a section it also ends with 1 when a class of that section's table "| `Class` | passed | failed | skipped |" has no report,
because its JVM hung or died, or ran fewer tests than the table says.
"""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

PASSED, FAILED, SKIPPED = "passed", "failed", "skipped"


def outcome(case):
    """Returns what became of a test, and the reason that it gives."""
    for tag, name in (("failure", FAILED), ("error", FAILED), ("skipped", SKIPPED)):
        problem = case.find(tag)
        if problem is not None:
            # Texts of assumptions have several lines, with the stack behind them.
            text = (problem.get("message") or problem.text or "").split("\n\tat ")[0]
            reason = " ".join(text.split()).removeprefix("org.junit.AssumptionViolatedException: ")
            return name, (f"{problem.get('type')}: {reason}" if name == FAILED else reason)[:300]
    return PASSED, ""


def named(page):
    """Returns the pairs of an outcome and a name that are in the page's tables."""
    rows = re.findall(r"^\| \d+ (failed|skipped) \|(.*)$", page, re.MULTILINE)
    return {(what, name) for what, row in rows for name in re.findall(r"`(I?Test[^`]+)`", row)}


def classes(page, section):
    """Returns the number of tests of each class in a section's table."""
    found = re.search(rf"^## {re.escape(section)}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    rows = re.findall(r"^\| `(\w+)` \| (\d+) \| (\d+) \| (\d+) \|$", found.group(1), re.MULTILINE) if found else []
    if not rows:
        sys.exit(f"the page has no table of classes in a section {section}")
    return {name: sum(map(int, numbers)) for name, *numbers in rows}


reports, page, file, *sections = sys.argv[1:]
text = Path(page).read_text(encoding="utf-8")
expected = named(text)
counts = {}
lines = []
for report in sorted(Path(reports).glob("TEST-*.xml")):
    for case in ElementTree.parse(report).iter("testcase"):
        class_name = case.get("classname").rsplit(".", 1)[-1]
        method, parameters = re.fullmatch(r"(\w*)(.*)", case.get("name")).groups()
        what, reason = outcome(case)
        counts.setdefault(class_name, dict.fromkeys((PASSED, FAILED, SKIPPED), 0))[what] += 1
        if what != PASSED:
            known = expected & {(what, f"{class_name}.{method}"), (what, f"{class_name}{parameters}")}
            lines.append(f"{' ' if known else '!'} {what} {class_name}.{method}{parameters} | {reason}")
if not counts:
    sys.exit(f"there are no reports in {reports}")
Path(file).write_text("".join(line + "\n" for line in lines), encoding="utf-8")

print(f"{'':45} {PASSED:>7} {FAILED:>7} {SKIPPED:>7}")
total = {what: sum(row[what] for row in counts.values()) for what in (PASSED, FAILED, SKIPPED)}
for name, row in [*sorted(counts.items()), ("together", total)]:
    print(f"{name:45} {row[PASSED]:7} {row[FAILED]:7} {row[SKIPPED]:7}")
unexplained = [line for line in lines if line.startswith("!")]
for line in unexplained:
    print(line)
missing = []
for section in sections:
    for name, tests in classes(text, section).items():
        ran = sum(counts.get(name, {}).values())
        if ran < tests:
            missing.append(f"! {name} ran {ran} tests, and the page says {tests}")
for line in missing:
    print(line)
sys.exit(1 if unexplained or missing else 0)
