"""Counts what pytest's reports in a folder tell, and writes what failed, with its reason, into the folder's failed.txt.

outcome.py FOLDER PAGE SECTION: ends with 1 when a test failed that the page does not name in that section. The page names a
test `test_module::test_name` or `TestClass::test_name`, with its [parameters] where others of the same name pass, and all
tests of a module or class `test_module::*`. A line that begins with "!" is of a test that the page does not name.
"""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

PASSED, FAILED, ERROR, SKIPPED = "passed", "failed", "error", "skipped"


def outcome(case):
    """Returns what became of a test, and the reason that it gives."""
    for tag, what in (("failure", FAILED), ("error", ERROR), ("skipped", SKIPPED)):
        problem = case.find(tag)
        if problem is not None:
            return what, " ".join((problem.get("message") or problem.text or "").split())[:300]
    return PASSED, ""


def names(case):
    """Returns the names by which the page may know a test, the longest first."""
    holder = (case.get("classname") or "").rsplit(".", 1)[-1]
    test = case.get("name") or ""
    return f"{holder}::{test}", f"{holder}::{test.split('[')[0]}", f"{holder}::*"


def section(page, title):
    """Returns the text of a section of the page."""
    found = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    return found.group(1) if found else ""


folder, page, title = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
explained = set(re.findall(r"`(\w+::[^`]+)`", section(page.read_text(encoding="utf-8"), title)))
counts = dict.fromkeys((PASSED, FAILED, ERROR, SKIPPED), 0)
lines = []
for report in sorted(folder.glob("report-*.xml")):
    for case in ElementTree.parse(report).iter("testcase"):
        what, reason = outcome(case)
        counts[what] += 1
        if what in (FAILED, ERROR):
            known = " " if explained.intersection(names(case)) else "!"
            lines.append(f"{known} {what} {names(case)[0]} | {reason}")
if not any(counts.values()):
    sys.exit(f"there are no tests in the reports of {folder}")
(folder / "failed.txt").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
for line in lines:
    print(line)
print(", ".join(f"{number} {what}" for what, number in counts.items()))
sys.exit(1 if any(line.startswith("!") for line in lines) else 0)
