package io.laguna.wire;

/**
 * The failure to read bytes as a request of an operation. AWS answers 400 with {@code SerializationException}; the
 * message says which member is wrong and why.
 */
public final class MalformedRequestException extends Exception {
    private static final long serialVersionUID = 1;

    private final String member;
    private final String reason;
    private final boolean body;

    MalformedRequestException(String reason) {
        this("", reason, false, null);
    }

    MalformedRequestException(String reason, Throwable cause) {
        this("", reason, false, cause);
    }

    private MalformedRequestException(String member, String reason, boolean body, Throwable cause) {
        super(member.isEmpty() ? reason : member + ": " + reason, cause);
        this.member = member;
        this.reason = reason;
        this.body = body;
    }

    static MalformedRequestException inBody(String reason, Throwable cause) {
        return new MalformedRequestException("", reason, true, cause);
    }

    /** Returns the same failure, known to be the body's fault. */
    MalformedRequestException ofBody() {
        return new MalformedRequestException(member, reason, true, this);
    }

    /** Tells whether it is known that the body is wrong, and not the path, the query or a header. */
    public boolean isInBody() {
        return body;
    }

    /** Returns this failure as seen from the structure around it. */
    MalformedRequestException within(String outer) {
        String path = member.isEmpty() || member.startsWith("[") ? outer + member : outer + "." + member;
        return new MalformedRequestException(path, reason, body, this);
    }
}
