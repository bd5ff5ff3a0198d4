package io.laguna.wire;

/** The kinds of operations by the streams that they have beside the typed request or response. */
public enum Streaming {
    /** The request and the response are all there is. */
    NONE("", true),
    /** The response's body is bytes beside the typed response: see {@link StreamedResponse}. */
    RESPONSE("response", true),
    /** The request's body is bytes beside the typed request: see {@link Rooms#call}. */
    REQUEST("request", true),
    /** Events go over an open connection; the SDK's synchronous clients do not have such operations. */
    EVENTS("events", false);

    private final String word;
    private final boolean supported;

    Streaming(String word, boolean supported) {
        this.word = word;
        this.supported = supported;
    }

    String word() {
        return word;
    }

    /** Tells whether {@link Wire} can read and write the operation. */
    public boolean isSupported() {
        return supported;
    }

    static Streaming ofWord(String word) {
        for (Streaming each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("No such kind of stream: " + word);
    }
}
