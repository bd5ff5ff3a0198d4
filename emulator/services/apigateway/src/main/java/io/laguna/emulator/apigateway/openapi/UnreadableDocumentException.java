package io.laguna.emulator.apigateway.openapi;

/** The failure of a document that is none of OpenAPI's, or that asks for what Laguna does not offer. */
public final class UnreadableDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableDocumentException(String message) {
        super(message);
    }
}
