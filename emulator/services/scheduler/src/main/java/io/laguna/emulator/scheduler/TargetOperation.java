package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.AddJobFlowStepsRequest;
import software.amazon.awssdk.services.emr.model.CancelStepsRequest;
import software.amazon.awssdk.services.emr.model.RunJobFlowRequest;
import software.amazon.awssdk.services.emr.model.TerminateJobFlowsRequest;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.CancelJobRunRequest;
import software.amazon.awssdk.services.emrserverless.model.StartApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;
import software.amazon.awssdk.services.emrserverless.model.StopApplicationRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * An operation that a schedule can call: a universal target.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html">Universal
 *     targets</a>
 */
final class TargetOperation {
    private static final Pattern ARN = Pattern.compile("arn:aws(?:-[a-z]+)*:scheduler:::aws-sdk:([a-z0-9]+):(\\w+)");

    /**
     * The beginnings of operations that a schedule cannot call: "EventBridge Scheduler does not support read-only API
     * actions".
     */
    private static final Pattern READING = Pattern.compile(
            "(get|describe|list|poll|receive|search|scan|query|select|read|lookup|discover|validate|batchGet"
                    + "|batchDescribe|batchRead|transactGet|adminGet|adminList|testMigration|retrieve|testConnection"
                    + "|translateDocument|isAuthorized|invokeModel).*");

    private static final Map<String, TargetOperation> OPERATIONS = Map.of(
            "emr:addJobFlowSteps",
            emr(AddJobFlowStepsRequest::builder, (emr, request) -> emr.addJobFlowSteps(request), "JobFlowId", "Steps"),
            "emr:cancelSteps",
            emr(CancelStepsRequest::builder, (emr, request) -> emr.cancelSteps(request), "ClusterId", "StepIds"),
            "emr:runJobFlow",
            emr(RunJobFlowRequest::builder, (emr, request) -> emr.runJobFlow(request), "Name", "Instances"),
            "emr:terminateJobFlows",
            emr(TerminateJobFlowsRequest::builder, (emr, request) -> emr.terminateJobFlows(request), "JobFlowIds"),
            "emrserverless:cancelJobRun",
            serverless(
                    CancelJobRunRequest::builder,
                    (serverless, request) -> serverless.cancelJobRun(request),
                    "ApplicationId",
                    "JobRunId"),
            "emrserverless:startApplication",
            serverless(
                    StartApplicationRequest::builder,
                    (serverless, request) -> serverless.startApplication(request),
                    "ApplicationId"),
            "emrserverless:startJobRun",
            serverless(
                    StartJobRunRequest::builder,
                    (serverless, request) -> serverless.startJobRun(request),
                    "ApplicationId",
                    "ExecutionRoleArn"),
            "emrserverless:stopApplication",
            serverless(
                    StopApplicationRequest::builder,
                    (serverless, request) -> serverless.stopApplication(request),
                    "ApplicationId"));

    private final Supplier<? extends SdkPojo> request;
    private final Call call;
    private final List<String> required;

    private TargetOperation(Supplier<? extends SdkPojo> request, Call call, List<String> required) {
        this.request = request;
        this.call = call;
        this.required = required;
    }

    /** The clients that a schedule's owner has. */
    interface Clients {
        EmrClient emr(Caller caller);

        EmrServerlessClient serverless(Caller caller);
    }

    /**
     * Returns the operation that an ARN names.
     *
     * @throws software.amazon.awssdk.services.scheduler.model.ValidationException when there is none here
     */
    static TargetOperation of(String arn) {
        Matcher parts = ARN.matcher(arn);
        if (!parts.matches()) {
            throw elsewhere(arn);
        }
        if (READING.matcher(parts.group(2)).matches()) {
            throw Failures.invalid(parts.group(2) + " API is not supported.");
        }
        return Optional.ofNullable(OPERATIONS.get(parts.group(1) + ":" + parts.group(2)))
                .orElseThrow(() -> elsewhere(arn));
    }

    /** Tells whether the operation takes a token, by which two calls with the same token are one. */
    boolean isIdempotent() {
        return request.get().sdkFields().stream().anyMatch(RequestInput::isToken);
    }

    /**
     * Returns the request that a schedule's input stands for.
     *
     * @param token the operation's idempotency token where the input gives none
     * @throws software.amazon.awssdk.services.scheduler.model.ValidationException when the input is no such request
     */
    SdkPojo read(String input, String token) {
        return (SdkPojo) RequestInput.read(input, request.get(), required, token);
    }

    /** Calls the operation, and throws the target's exceptions. */
    SdkPojo call(Clients clients, Caller owner, SdkPojo filled) {
        return call.with(clients, owner, filled);
    }

    private static RuntimeException elsewhere(String arn) {
        return Failures.invalid(arn + " is not a supported target. Laguna has only universal targets, "
                + "arn:aws:scheduler:::aws-sdk:service:apiAction, of " + new TreeSet<>(OPERATIONS.keySet()) + ".");
    }

    private static <Q extends SdkPojo, B extends SdkBuilder<B, Q> & SdkPojo> TargetOperation emr(
            Supplier<B> request, BiFunction<EmrClient, Q, SdkPojo> call, String... required) {
        return of(request, (clients, owner, filled) -> call.apply(clients.emr(owner), filled), required);
    }

    private static <Q extends SdkPojo, B extends SdkBuilder<B, Q> & SdkPojo> TargetOperation serverless(
            Supplier<B> request, BiFunction<EmrServerlessClient, Q, SdkPojo> call, String... required) {
        return of(request, (clients, owner, filled) -> call.apply(clients.serverless(owner), filled), required);
    }

    @SuppressWarnings("unchecked")
    private static <Q extends SdkPojo, B extends SdkBuilder<B, Q> & SdkPojo> TargetOperation of(
            Supplier<B> request, TypedCall<Q> call, String... required) {
        return new TargetOperation(
                request, (clients, owner, filled) -> call.with(clients, owner, (Q) filled), List.of(required));
    }

    /** The work on a request of one type. */
    @FunctionalInterface
    private interface TypedCall<Q> {
        SdkPojo with(Clients clients, Caller owner, Q request);
    }

    /** The work on a request that {@link #read} has read. */
    @FunctionalInterface
    private interface Call {
        SdkPojo with(Clients clients, Caller owner, SdkPojo request);
    }
}
