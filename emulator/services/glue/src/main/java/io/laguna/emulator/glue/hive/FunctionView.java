package io.laguna.emulator.glue.hive;

import io.trino.hive.thrift.metastore.Function;
import io.trino.hive.thrift.metastore.FunctionType;
import io.trino.hive.thrift.metastore.PrincipalType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.glue.model.ResourceType;
import software.amazon.awssdk.services.glue.model.ResourceUri;
import software.amazon.awssdk.services.glue.model.UserDefinedFunction;
import software.amazon.awssdk.services.glue.model.UserDefinedFunctionInput;

/**
 * The translation of user-defined functions between Glue and Hive. Hive holds everything that Glue knows of a function.
 */
public final class FunctionView {
    private FunctionView() {}

    public static Function toHive(String hiveDatabase, UserDefinedFunctionInput input) {
        Function function = new Function();
        function.setDbName(hiveDatabase);
        function.setFunctionName(HiveName.of(input.functionName()));
        function.setClassName(input.className());
        function.setOwnerName(Optional.ofNullable(input.ownerName()).orElse(""));
        function.setOwnerType(Optional.ofNullable(input.ownerTypeAsString())
                .map(PrincipalType::valueOf)
                .orElse(PrincipalType.USER));
        function.setFunctionType(FunctionType.JAVA);
        function.setResourceUris(input.resourceUris().stream()
                .map(uri -> new io.trino.hive.thrift.metastore.ResourceUri(
                        io.trino.hive.thrift.metastore.ResourceType.valueOf(uri.resourceTypeAsString()), uri.uri()))
                .collect(Collectors.toCollection(ArrayList::new)));
        return function;
    }

    public static UserDefinedFunction fromHive(Function function, String catalogId) {
        return UserDefinedFunction.builder()
                .functionName(HiveName.inGlue(function.getFunctionName()))
                .databaseName(HiveName.inGlue(function.getDbName()))
                .className(function.getClassName())
                .ownerName(Optional.ofNullable(function.getOwnerName())
                        .filter(owner -> !owner.isEmpty())
                        .orElse(null))
                .ownerType(Optional.ofNullable(function.getOwnerType())
                        .map(PrincipalType::name)
                        .orElse(null))
                .functionType(software.amazon.awssdk.services.glue.model.FunctionType.REGULAR_FUNCTION)
                .createTime(Instant.ofEpochSecond(function.getCreateTime()))
                .resourceUris(StorageView.orEmpty(function.getResourceUris()).stream()
                        .map(uri -> ResourceUri.builder()
                                .resourceType(ResourceType.fromValue(
                                        uri.getResourceType().name()))
                                .uri(uri.getUri())
                                .build())
                        .toList())
                .catalogId(catalogId)
                .build();
    }
}
