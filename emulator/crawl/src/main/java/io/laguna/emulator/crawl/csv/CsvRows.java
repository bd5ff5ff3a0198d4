package io.laguna.emulator.crawl.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a text, in which a quoted cell may hold delimiters and line breaks. */
final class CsvRows {
    private final String text;
    private final char delimiter;
    private final Optional<Character> quote;
    private int position;

    private CsvRows(String text, char delimiter, Optional<Character> quote) {
        this.text = text;
        this.delimiter = delimiter;
        this.quote = quote;
    }

    /** Returns the first rows that are not blank. */
    static List<CsvRow> of(String text, char delimiter, Optional<Character> quote, int limit) {
        CsvRows rows = new CsvRows(text, delimiter, quote);
        List<CsvRow> result = new ArrayList<>();
        while (rows.position < text.length() && result.size() < limit) {
            CsvRow row = rows.next();
            if (!row.isBlank()) {
                result.add(row);
            }
        }
        return result;
    }

    private CsvRow next() {
        List<String> cells = new ArrayList<>();
        int length = 0;
        while (true) {
            String cell = cell();
            cells.add(cell);
            length += cell.length();
            if (position < text.length() && text.charAt(position) == delimiter) {
                position++;
            } else {
                lineEnd();
                return new CsvRow(cells, length + cells.size() - 1);
            }
        }
    }

    private void lineEnd() {
        if (position < text.length() && text.charAt(position) == '\r') {
            position++;
        }
        if (position < text.length() && text.charAt(position) == '\n') {
            position++;
        }
    }

    private String cell() {
        int start = position;
        while (start < text.length() && text.charAt(start) == ' ' && delimiter != ' ') {
            start++;
        }
        if (start < text.length() && isQuote(text.charAt(start))) {
            int end = closing(start + 1);
            if (end >= 0) {
                return quoted(start + 1, end);
            }
        }
        int end = end(position);
        String cell = text.substring(position, end);
        position = end;
        return cell;
    }

    private boolean isQuote(char character) {
        return quote.isPresent() && quote.get() == character;
    }

    /** Returns where the cell is closed, or -1 when its quote is a character like others. */
    private int closing(int from) {
        for (int i = from; i < text.length(); i++) {
            if (isQuote(text.charAt(i))) {
                if (i + 1 < text.length() && isQuote(text.charAt(i + 1))) {
                    i++;
                } else {
                    return isEnd(afterBlanks(i + 1)) ? i : -1;
                }
            }
        }
        return -1;
    }

    private int afterBlanks(int from) {
        int index = from;
        while (index < text.length() && text.charAt(index) == ' ') {
            index++;
        }
        return index;
    }

    private boolean isEnd(int index) {
        return index >= text.length()
                || text.charAt(index) == delimiter
                || text.charAt(index) == '\n'
                || text.charAt(index) == '\r';
    }

    private String quoted(int from, int end) {
        position = afterBlanks(end + 1);
        String mark = quote.orElseThrow().toString();
        return text.substring(from, end).replace(mark + mark, mark);
    }

    private int end(int from) {
        int index = from;
        while (!isEnd(index)) {
            index++;
        }
        return index;
    }
}
