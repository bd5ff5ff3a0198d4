package io.laguna.redshift.load.orc;

import java.io.IOException;

/** Numbers of a stream, which are encoded by their runs. */
interface OrcNumbers {
    long next() throws IOException;

    /** Returns whole numbers by a column's encoding. */
    static OrcNumbers of(OrcBytes bytes, boolean signed, boolean second) {
        return second ? new RunsV2(bytes, signed) : new RunsV1(bytes, signed);
    }

    /** Returns bytes, a run or single ones after a header. */
    static OrcNumbers bytes(OrcBytes bytes) {
        return new OrcNumbers() {
            private int left;
            private boolean run;
            private int value;

            @Override
            public long next() throws IOException {
                if (left == 0) {
                    int header = bytes.read();
                    run = header < 128;
                    left = run ? header + 3 : 256 - header;
                    if (run) {
                        value = bytes.read();
                    }
                }
                left--;
                return run ? value : bytes.read();
            }
        };
    }

    /** Returns bits, the highest of each byte first. */
    static OrcNumbers bits(OrcBytes stream) {
        OrcNumbers bytes = bytes(stream);
        return new OrcNumbers() {
            private int left;
            private int current;

            @Override
            public long next() throws IOException {
                if (left == 0) {
                    current = (int) bytes.next();
                    left = 8;
                }
                left--;
                return (current >> left) & 1;
            }
        };
    }
}
