package io.laguna.redshift.load.orc;

import java.io.IOException;

/** Whole numbers in runs with a step, or single ones, as Hive 0.11 wrote them. */
final class RunsV1 implements OrcNumbers {
    private final OrcBytes bytes;
    private final boolean signed;
    private int left;
    private boolean run;
    private long value;
    private int step;

    RunsV1(OrcBytes bytes, boolean signed) {
        this.bytes = bytes;
        this.signed = signed;
    }

    @Override
    public long next() throws IOException {
        if (left == 0) {
            int header = bytes.read();
            run = header < 128;
            left = run ? header + 3 : 256 - header;
            if (run) {
                step = (byte) bytes.read();
                value = number() - step;
            }
        }
        left--;
        value = run ? value + step : number();
        return value;
    }

    private long number() throws IOException {
        long read = bytes.varint();
        return signed ? OrcBytes.zigzag(read) : read;
    }
}
