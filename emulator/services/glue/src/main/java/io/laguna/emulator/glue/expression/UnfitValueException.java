package io.laguna.emulator.glue.expression;

/**
 * The failure to compare a partition whose value is not of its key's type, in AWS's words:
 * https://github.com/aws/aws-sdk/issues/670
 */
public final class UnfitValueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnfitValueException(String value, KeyType type) {
        super("For input string: \"" + value + "\" is not " + type.inWords() + ".");
    }
}
