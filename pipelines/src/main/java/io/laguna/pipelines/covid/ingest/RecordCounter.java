package io.laguna.pipelines.covid.ingest;

/**
 * A counter of a CSV's records (RFC 4180: comma, double quote, a quote inside quotes doubled), which reads bytes, so
 * that gigabytes take seconds. A line of white space is no record, as for Spark's reader. The counter works on UTF-8
 * because none of the characters that matter occurs inside a longer sequence.
 */
final class RecordCounter {
    private enum State {
        FIELD_START,
        UNQUOTED,
        QUOTED,
        QUOTE_IN_QUOTED
    }

    private State state = State.FIELD_START;
    private boolean content;
    private boolean lineBreakInRecord;
    private boolean multiline;
    private long records;

    void accept(byte[] bytes, int length) {
        State now = state;
        boolean seen = content;
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (now == State.QUOTED) {
                if (b == '"') {
                    now = State.QUOTE_IN_QUOTED;
                } else if (b == '\n' || b == '\r') {
                    lineBreakInRecord = true;
                }
            } else if (b == '\n' || b == '\r') {
                if (seen) {
                    endRecord();
                }
                seen = false;
                now = State.FIELD_START;
            } else if (b == ',') {
                seen = true;
                now = State.FIELD_START;
            } else if (b == '"' && now != State.UNQUOTED) {
                seen = true;
                now = State.QUOTED;
            } else {
                // Negative bytes belong to characters beyond ASCII.
                seen |= b > ' ' || b < 0;
                now = State.UNQUOTED;
            }
        }
        state = now;
        content = seen;
    }

    private void endRecord() {
        records++;
        multiline |= lineBreakInRecord;
        lineBreakInRecord = false;
    }

    /** Returns how many records have ended so far, the header among them. */
    long records() {
        return records;
    }

    /** Ends the last record, which may lack its line break. Returns false if the record stands inside an open quote. */
    boolean finish() {
        if (state == State.QUOTED) {
            return false;
        }
        if (content) {
            endRecord();
            content = false;
        }
        return true;
    }

    /** Tells whether a record has spanned lines. */
    boolean multiline() {
        return multiline;
    }
}
