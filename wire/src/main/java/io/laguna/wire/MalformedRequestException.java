package io.laguna.wire;

/**
 * The failure to read bytes as a request of an operation. AWS answers 400 with {@code SerializationException}; the
 * message says which member is wrong and why.
 */
public final class MalformedRequestException extends Exception {
    private static final long serialVersionUID = 1;

    private final String member;
    private final String reason;

    MalformedRequestException(String reason) {
        this("", reason, null);
    }

    MalformedRequestException(String reason, Throwable cause) {
        this("", reason, cause);
    }

    private MalformedRequestException(String member, String reason, Throwable cause) {
        super(member.isEmpty() ? reason : member + ": " + reason, cause);
        this.member = member;
        this.reason = reason;
    }

    /** Returns this failure as seen from the structure around it. */
    MalformedRequestException within(String outer) {
        String path = member.isEmpty() || member.startsWith("[") ? outer + member : outer + "." + member;
        return new MalformedRequestException(path, reason, this);
    }
}
