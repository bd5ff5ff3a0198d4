package io.laguna.emulator.apigateway.record;

import io.laguna.emulator.kit.request.RandomIds;

/** The identifiers of APIs and their parts. */
public final class ApiIds {
    private static final RandomIds IDS = new RandomIds("abcdefghijklmnopqrstuvwxyz0123456789");
    private static final int API = 10;
    private static final int PART = 7;
    private static final int REST_PART = 6;

    private ApiIds() {}

    /** Returns the id of an API, which is the first label of a host. */
    public static String api() {
        return IDS.next(API);
    }

    public static String part() {
        return IDS.next(PART);
    }

    public static String restPart() {
        return IDS.next(REST_PART);
    }
}
