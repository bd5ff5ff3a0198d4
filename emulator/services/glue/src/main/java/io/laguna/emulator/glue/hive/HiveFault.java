package io.laguna.emulator.glue.hive;

import io.trino.hive.thrift.metastore.AlreadyExistsException;
import io.trino.hive.thrift.metastore.InvalidInputException;
import io.trino.hive.thrift.metastore.InvalidObjectException;
import io.trino.hive.thrift.metastore.InvalidOperationException;
import io.trino.hive.thrift.metastore.InvalidPartitionException;
import io.trino.hive.thrift.metastore.MetaException;
import io.trino.hive.thrift.metastore.NoSuchObjectException;
import io.trino.hive.thrift.metastore.UnknownDBException;
import io.trino.hive.thrift.metastore.UnknownPartitionException;
import io.trino.hive.thrift.metastore.UnknownTableException;
import java.util.Optional;
import org.apache.thrift.TApplicationException;
import org.apache.thrift.TException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.InternalServiceException;

/** The translation of the metastore's exceptions into Glue's. This is the only place where the two meet. */
final class HiveFault {
    /** The words of S3A when a location's bucket is not there. */
    private static final String NO_BUCKET = "bucket does not exist";

    private HiveFault() {}

    /**
     * Tells whether the metastore itself has answered: the connection is good, and the change that was asked for did
     * not happen.
     */
    static boolean isAnswer(TException failure) {
        return glueCode(failure).isPresent();
    }

    static GlueException asGlue(TException failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElse("no reason given");
        return switch (glueCode(failure).orElse(Code.UNREACHABLE)) {
            case NOT_FOUND -> EntityNotFoundException.builder().message(message).build();
            case EXISTS -> software.amazon.awssdk.services.glue.model.AlreadyExistsException.builder()
                    .message(message)
                    .build();
            case INVALID -> software.amazon.awssdk.services.glue.model.InvalidInputException.builder()
                    .message(message)
                    .build();
            case FAILED -> InternalServiceException.builder()
                    .message("The Hive Metastore failed: " + message)
                    .build();
            case UNREACHABLE -> InternalServiceException.builder()
                    .message("The Hive Metastore does not answer (" + message
                            + "): look at its log, .laguna/logs/metastore.log")
                    .cause(failure)
                    .build();
        };
    }

    private enum Code {
        NOT_FOUND,
        EXISTS,
        INVALID,
        FAILED,
        UNREACHABLE
    }

    private static Optional<Code> glueCode(TException failure) {
        if (failure instanceof NoSuchObjectException
                || failure instanceof UnknownDBException
                || failure instanceof UnknownTableException
                || failure instanceof UnknownPartitionException) {
            return Optional.of(Code.NOT_FOUND);
        }
        if (failure instanceof AlreadyExistsException) {
            return Optional.of(Code.EXISTS);
        }
        if (failure instanceof InvalidObjectException
                || failure instanceof InvalidOperationException
                || failure instanceof InvalidInputException
                || failure instanceof InvalidPartitionException) {
            return Optional.of(Code.INVALID);
        }
        if (failure instanceof MetaException) {
            String message = String.valueOf(failure.getMessage());
            return Optional.of(message.contains(NO_BUCKET) ? Code.INVALID : Code.FAILED);
        }
        return isServersOwn(failure) ? Optional.of(Code.FAILED) : Optional.empty();
    }

    /**
     * Tells whether one of Thrift's own exceptions comes from the server. Others come from a client that no longer
     * knows which answer belongs to which call.
     */
    private static boolean isServersOwn(TException failure) {
        return failure instanceof TApplicationException own
                && (own.getType() == TApplicationException.INTERNAL_ERROR
                        || own.getType() == TApplicationException.MISSING_RESULT
                        || own.getType() == TApplicationException.UNKNOWN_METHOD);
    }
}
