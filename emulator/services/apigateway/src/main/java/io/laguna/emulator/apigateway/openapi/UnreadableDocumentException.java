package io.laguna.emulator.apigateway.openapi;

/** A document is none of OpenAPI's, or asks for what Laguna does not offer. */
public final class UnreadableDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableDocumentException(String message) {
        super(message);
    }
}
