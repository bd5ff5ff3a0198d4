package io.laguna.emulator.lambda.layer;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.lambda.request.Constraints;
import io.laguna.emulator.lambda.request.Failures;

/** The name of a layer, or its ARN. */
record LayerName(Caller owner, String name) {
    private static final int REGION = 3;
    private static final int ACCOUNT = 4;
    private static final int NAME = 6;

    static LayerName of(Caller caller, String text) {
        new Constraints().layer(text).check();
        String[] parts = text.split(":", -1);
        return parts.length > NAME
                ? new LayerName(new Caller(parts[ACCOUNT], parts[REGION]), parts[NAME])
                : new LayerName(caller, text);
    }

    /** Returns the number of a version that a request has to name. */
    static long number(Long asked) {
        new Constraints().present("versionNumber", asked).check();
        return asked;
    }

    static RuntimeException missing() {
        return Failures.notFound("The resource you requested does not exist.");
    }
}
