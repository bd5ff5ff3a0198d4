package io.laguna.emulator.edge.form;

/** A form that is not taken. */
public final class FormException extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    public FormException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    /** As S3 calls it. */
    public String code() {
        return code;
    }
}
