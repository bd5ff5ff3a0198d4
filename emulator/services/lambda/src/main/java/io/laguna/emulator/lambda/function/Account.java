package io.laguna.emulator.lambda.function;

import io.laguna.emulator.lambda.record.FunctionContext;
import io.laguna.emulator.lambda.record.Version;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Room;
import java.util.List;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsRequest;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionCodeSigningConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionCodeSigningConfigResponse;
import software.amazon.awssdk.services.lambda.model.GetRuntimeManagementConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetRuntimeManagementConfigResponse;
import software.amazon.awssdk.services.lambda.model.UpdateRuntimeOn;

/** The account's limits and use, and what functions have that nobody has set. */
public final class Account extends Room {
    private static final long STORAGE = 80_530_636_800L;
    private static final long UNZIPPED = 262_144_000;
    private static final long ZIPPED = 52_428_800;

    private final FunctionContext context;

    public Account(FunctionContext context) {
        this.context = context;
    }

    @Override
    public GetAccountSettingsResponse getAccountSettings(GetAccountSettingsRequest request) {
        return context.read(handle -> {
            List<Version> all = context.functions(handle).all(context.caller(), true);
            long size = all.stream()
                    .mapToLong(version -> version.configuration().codeSize())
                    .sum();
            int unreserved =
                    Concurrency.ACCOUNT - (int) context.functions(handle).reserved(context.caller());
            return GetAccountSettingsResponse.builder()
                    .accountLimit(limit -> limit.totalCodeSize(STORAGE)
                            .codeSizeUnzipped(UNZIPPED)
                            .codeSizeZipped(ZIPPED)
                            .concurrentExecutions(Concurrency.ACCOUNT)
                            .unreservedConcurrentExecutions(unreserved))
                    .accountUsage(usage -> usage.totalCodeSize(size)
                            .functionCount(all.stream()
                                    .filter(version -> version.number() == 0)
                                    .count()))
                    .build();
        });
    }

    /** No function has a configuration for signed code. */
    @Override
    public GetFunctionCodeSigningConfigResponse getFunctionCodeSigningConfig(
            GetFunctionCodeSigningConfigRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName());
        context.read(handle -> context.functions(handle).require(name));
        return GetFunctionCodeSigningConfigResponse.builder()
                .functionName(name.name())
                .build();
    }

    @Override
    public GetRuntimeManagementConfigResponse getRuntimeManagementConfig(GetRuntimeManagementConfigRequest request) {
        FunctionName name = FunctionName.of(context.caller(), request.functionName(), request.qualifier());
        Version version = context.read(handle -> context.qualified(handle).find(name));
        return GetRuntimeManagementConfigResponse.builder()
                .functionArn(version.as(name.qualifier()).functionArn())
                .updateRuntimeOn(UpdateRuntimeOn.AUTO)
                .build();
    }
}
