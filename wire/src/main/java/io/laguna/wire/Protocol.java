package io.laguna.wire;

/** The protocols of AWS services that the wire speaks. */
public enum Protocol {
    AWS_JSON_1_0("aws-json-1.0", "application/x-amz-json-1.0"),
    AWS_JSON_1_1("aws-json-1.1", "application/x-amz-json-1.1"),
    REST_JSON_1("rest-json-1", "application/json"),
    REST_XML("rest-xml", "application/xml"),
    AWS_QUERY("aws-query", "text/xml");

    private final String word;
    private final String contentType;

    Protocol(String word, String contentType) {
        this.word = word;
        this.contentType = contentType;
    }

    /** Returns the name in an index of operations. */
    String word() {
        return word;
    }

    /** Returns the content type of answers. */
    public String contentType() {
        return contentType;
    }

    static Protocol ofWord(String word) {
        for (Protocol each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        throw new IllegalArgumentException("No such protocol: " + word);
    }
}
