package io.laguna.emulator.scheduler;

import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The request that a schedule's input stands for.
 *
 * @param body empty but for operations whose request has one beside its members
 */
record TargetRequest(SdkPojo request, RequestBody body) {}
