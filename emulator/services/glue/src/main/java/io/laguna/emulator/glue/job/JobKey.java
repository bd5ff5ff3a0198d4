package io.laguna.emulator.glue.job;

import io.laguna.emulator.kit.Caller;

/** The name of a job, which is unique in an account and a region. */
record JobKey(String account, String region, String name) {
    static JobKey of(Caller caller, String name) {
        return new JobKey(caller.accountId(), caller.region(), name);
    }

    /** {@code arn:aws:glue:us-east-1:000000000000:job/name}. */
    String arn() {
        return new Caller(account, region).arn("glue", "job/" + name);
    }
}
