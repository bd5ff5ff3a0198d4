#: state FAILED
#: message Error Category: SYNTAX_ERROR; SyntaxError: unexpected character after line continuation character (syntax.py, line 5)
import sys

total = 1 + \ # the rest
    2
