package io.laguna.emulator.apigateway.record;

import io.laguna.emulator.kit.Caller;

/**
 * An API.
 *
 * @param definition JSON of the SDK's type
 */
public record ApiRow(String id, Caller owner, ApiKind kind, String definition) {
    /** Returns the ARN by which clients' requests are allowed: {@code arn:aws:execute-api:us-east-1:123456789012:id/stage/GET/path}. */
    public String executionArn(String stage, String route) {
        return owner.arn("execute-api", id + "/" + stage + "/" + route);
    }
}
