"""The Data Quality Definition Language: rules as texts, and what they say.

See https://docs.aws.amazon.com/glue/latest/dg/dqdl.html.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

_TOKEN = re.compile(r'\s+|#[^\n]*|("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?)|(>=|<=|!=|[-+><=\[\]{}(),])|([A-Za-z_]\w*)')
_COMPARISONS = (">", "<", ">=", "<=", "=", "!=")
_UNITS = {"minute": "minutes", "hour": "hours", "day": "days"}


class DqdlError(ValueError):
    """An error in a ruleset: what is wrong, and where."""


@dataclass(frozen=True)
class Test:
    """A condition on a value: an operator, what it compares with, and whether the opposite is meant."""

    operator: str
    operands: tuple
    negated: bool = False


@dataclass(frozen=True)
class Rule:
    """A rule: its type, its parameters in quotes, its condition, its threshold, the rows it is about, and its text."""

    kind: str
    parameters: tuple
    test: Test | None = None
    threshold: Test | None = None
    where: str | None = None
    text: str = ""


@dataclass(frozen=True)
class Composite:
    """Rules that are joined by ``and`` or ``or``."""

    operator: str
    rules: tuple = field(default=())
    text: str = ""


class _Reader:
    """The tokens of a ruleset, read from the first to the last."""

    def __init__(self, text):
        self.text = text
        self.tokens = []
        at = 0
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None:
                raise DqdlError(f"Cannot read the ruleset at '{text[at : at + 20].strip()}'")
            if match.lastindex:
                self.tokens.append((match.group(), at, match.end()))
            at = match.end()
        self.at = 0

    def peek(self):
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def word(self):
        return self.peek().lower()

    def next(self):
        token = self.peek()
        self.at += 1
        return token

    def expect(self, *tokens):
        if self.word() not in tokens:
            raise DqdlError(f"Expected {' or '.join(tokens)} in the ruleset, not '{self.peek() or 'its end'}'")
        return self.next()

    def since(self, start):
        return " ".join(self.text[self.tokens[start][1] : self.tokens[self.at - 1][2]].split())


def parse(ruleset):
    """Returns the rules of a ruleset in their order."""
    reader = _Reader(ruleset)
    rules = None
    while reader.peek():
        section = reader.next()
        if section != "Rules":
            raise NotImplementedError(f"A ruleset with '{section}' is not evaluated here: only 'Rules = [ … ]' is")
        reader.expect("=")
        reader.expect("[")
        rules = [_rule(reader)]
        while reader.expect(",", "]") == ",":
            if reader.peek() != "]":
                rules.append(_rule(reader))
    if rules is None:
        raise DqdlError("A ruleset begins with 'Rules = [' and has at least one rule")
    return rules


def _rule(reader):
    start = reader.at
    if reader.peek() != "(":
        return _simple(reader)
    rules, operators = [_bracketed(reader)], set()
    while reader.word() in ("and", "or"):
        operators.add(reader.next().lower())
        rules.append(_bracketed(reader))
    if len(operators) > 1:
        raise NotImplementedError("A rule that joins others by both 'and' and 'or' is not evaluated here")
    return Composite(operators.pop() if operators else "and", tuple(rules), reader.since(start))


def _bracketed(reader):
    reader.expect("(")
    rule = _rule(reader)
    reader.expect(")")
    return rule


def _simple(reader):
    start = reader.at
    kind = reader.next()
    if not re.fullmatch(r"[A-Za-z]\w*", kind):
        raise DqdlError(f"Expected the type of a rule, not '{kind or 'the end'}'")
    parameters = []
    while reader.peek().startswith('"'):
        parameters.append(_value(reader))
    test = _test(reader)
    where = threshold = None
    while reader.word() in ("where", "with"):
        if reader.next().lower() == "where":
            where = _value(reader)
        else:
            reader.expect("threshold")
            threshold = _test(reader)
    return Rule(kind, tuple(parameters), test, threshold, where, reader.since(start))


def _test(reader):
    negated = reader.word() == "not"
    if negated:
        reader.next()
    word = reader.word()
    if word in _COMPARISONS:
        return Test(reader.next(), (_value(reader),), negated)
    if word == "between":
        reader.next()
        low = _value(reader)
        reader.expect("and")
        return Test("between", (low, _value(reader)), negated)
    if word == "matches":
        reader.next()
        return Test("matches", (_value(reader),), negated)
    if word == "in":
        reader.next()
        reader.expect("[")
        values = [_value(reader)]
        while reader.expect(",", "]") == ",":
            values.append(_value(reader))
        return Test("in", tuple(values), negated)
    if negated:
        raise DqdlError(f"Expected a condition behind 'not', not '{reader.peek()}'")
    return None


def _value(reader):
    token = reader.next()
    if token.startswith('"'):
        return re.sub(r'\\(["\\])', r"\1", token[1:-1])
    if re.fullmatch(r"-?\d+", token):
        unit = reader.word().removesuffix("s")
        if unit not in _UNITS:
            return int(token)
        reader.next()
        return timedelta(**{_UNITS[unit]: int(token)})
    if re.fullmatch(r"-?\d+\.\d+", token):
        return float(token)
    if token.upper() == "NULL":
        return None
    if token == "(":
        value = _value(reader)
        reader.expect(")")
        return value
    if token.lower() == "now":
        return _since_now(reader)
    raise NotImplementedError(f"'{token or 'the end'}' as a value in a rule is not evaluated here")


def _since_now(reader):
    """Returns the time that ``now()``, or ``now() - 3 days``, is."""
    reader.expect("(")
    reader.expect(")")
    now = datetime.now(timezone.utc)
    sign = reader.next() if reader.peek() in ("-", "+") else None
    if sign is None and not reader.peek().startswith("-"):
        return now
    duration = _value(reader)
    if not isinstance(duration, timedelta):
        raise DqdlError("A number of minutes, hours or days is added to now()")
    return now - duration if sign == "-" else now + duration
