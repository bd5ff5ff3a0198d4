package io.laguna.emulator.glue.crawler;

import io.laguna.emulator.kit.Caller;

/** The name of a crawler, which is unique in an account and a region. */
record CrawlerKey(String account, String region, String name) {
    static CrawlerKey of(Caller caller, String name) {
        return new CrawlerKey(caller.accountId(), caller.region(), name);
    }

    Caller caller() {
        return new Caller(account, region);
    }

    /** {@code arn:aws:glue:us-east-1:000000000000:crawler/name}. */
    String arn() {
        return caller().arn("glue", "crawler/" + name);
    }
}
