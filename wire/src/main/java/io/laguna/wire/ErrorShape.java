package io.laguna.wire;

/**
 * A modelled exception of a service.
 *
 * @param code on the wire, which is not always the class name
 * @param status of the HTTP answer
 * @param typeName simple name of the SDK's exception class
 * @param messageMember how the service spells the member with the message: {@code message} or {@code Message}
 */
record ErrorShape(String code, int status, String typeName, String messageMember) {
    static final String MESSAGE = "message";
}
