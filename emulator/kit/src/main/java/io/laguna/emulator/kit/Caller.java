package io.laguna.emulator.kit;

/**
 * Who calls, and where: every ARN is built from it.
 *
 * @param accountId any 12 digits
 * @param region any region's name
 */
public record Caller(String accountId, String region) {
    /** The account of a caller whose access key names none. */
    public static final String DEFAULT_ACCOUNT = "000000000000";

    public static final String DEFAULT_REGION = "us-east-1";
    public static final Caller DEFAULT = new Caller(DEFAULT_ACCOUNT, DEFAULT_REGION);

    /** {@code arn:aws:service:region:account:resource}. */
    public String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + region + ":" + accountId + ":" + resource;
    }
}
