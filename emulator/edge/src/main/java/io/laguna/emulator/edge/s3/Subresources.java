package io.laguna.emulator.edge.s3;

import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.emulator.edge.request.PercentEncoding;
import io.laguna.emulator.edge.request.QueryString;
import io.laguna.wire.Operation;
import io.laguna.wire.WireRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parts of buckets and objects that a URL names without a value, such as {@code ?acl}. One that nothing is known of must
 * not be left out: to delete a part of an object would be to delete the object.
 */
final class Subresources {
    /** Names that tell nothing: the operation again, and what belongs to a signature. */
    private static final Set<String> SILENT = Set.of("x-id", "X-Amz-Security-Token");

    private static final String VERSION = "versionId";

    private Subresources() {}

    /** Refuses the version of an object where an operation has none: a client must not take what is written for that version. */
    static Optional<ErrorAnswer> refuseVersion(Operation operation, WireRequest request) {
        return QueryString.parse(request.rawQuery())
                .first(VERSION)
                .filter(version -> !operation.takesParameter(VERSION))
                .map(version ->
                        new ErrorAnswer(400, "InvalidArgument", "This operation does not accept a version-id."));
    }

    /** Returns the first sub-resource of a request that its operation does not have. */
    static Optional<String> unknown(Operation operation, WireRequest request) {
        return Stream.of(request.rawQuery().split("&", -1))
                .filter(parameter -> !parameter.isEmpty())
                .map(parameter -> parameter.endsWith("=") ? parameter.substring(0, parameter.length() - 1) : parameter)
                .filter(name -> name.indexOf('=') < 0)
                .map(PercentEncoding::decode)
                .filter(name -> !SILENT.contains(name) && !operation.takesParameter(name))
                .findFirst();
    }
}
