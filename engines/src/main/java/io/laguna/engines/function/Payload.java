package io.laguna.engines.function;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that go to a function or come from one. Nobody changes them. */
public final class Payload {
    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns a payload of bytes that whoever gives them does not change. */
    public static Payload of(byte[] bytes) {
        return new Payload(bytes);
    }

    public static Payload of(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the bytes, which whoever gets them does not change. */
    public byte[] bytes() {
        return bytes;
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Returns its length alone: it may hold secrets. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
