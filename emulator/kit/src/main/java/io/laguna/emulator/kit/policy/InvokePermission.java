package io.laguna.emulator.kit.policy;

/**
 * The permission that a function's policy gives a service which calls the function for something of an account's.
 *
 * @param service {@code s3.amazonaws.com}
 * @param source the ARN of the bucket or API for which the service calls
 * @param account of the owner of the bucket or API
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html">Resource-based policies</a>
 */
public record InvokePermission(String service, String source, String account) {
    private static final String ACTION = "lambda:InvokeFunction";

    /** Tells whether a policy lets the service call its function, of which Lambda has written the ARN into each statement. */
    public boolean isIn(String policy) {
        return ResourcePolicy.read(policy).allows(ACTION, new PolicyContext(service, source, account));
    }
}
