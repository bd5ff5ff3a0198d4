package io.laguna.emulator.redshift.function;

import io.laguna.emulator.redshift.load.Detail;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * A call of a function of Lambda, which is tried again when Lambda is too busy.
 *
 * @param executor runs the calls: one that is given up runs until the function ends, as on AWS
 * @param retryTimeout how long all delays between tries may be, in milliseconds
 */
record Invocation(LambdaClient lambda, ExecutorService executor, String function, long retryTimeout) {
    /** The code that Redshift's messages about a refused call have. */
    private static final int REFUSED = 32103;

    /** The errors that are tried again. */
    private static final Set<String> BUSY =
            Set.of("TooManyRequestsException", "EC2ThrottledException", "ServiceException");

    private static final long FIRST_DELAY = 100;

    /** How often is looked for a client that is gone or has cancelled, and an engine that has timed out, in milliseconds. */
    private static final long LOOK = 200;

    /** Returns what the function has answered. */
    byte[] run(SdkBytes payload, Workbench bench) throws SqlFailure, IOException {
        long delayed = 0;
        long delay = FIRST_DELAY;
        while (true) {
            try {
                return answered(once(payload, bench), bench);
            } catch (AwsServiceException e) {
                String code = code(e);
                boolean again = BUSY.contains(code);
                if (!again || delayed >= retryTimeout) {
                    String said = e.awsErrorDetails() == null
                            ? e.getMessage()
                            : e.awsErrorDetails().errorMessage();
                    throw Detail.failure(
                            said + "; Exception: " + code + "; ShouldRetry: " + (again ? 1 : 0), REFUSED, "", bench);
                }
                pause(delay, bench);
                delayed += delay;
                delay = Math.min(delay * 2, retryTimeout - delayed);
            } catch (SdkException e) {
                throw Detail.failure(e.getMessage(), REFUSED, "", bench);
            }
        }
    }

    /** Returns the code of a refusal. Lambda of the same lake says it by the class of the exception. */
    private static String code(AwsServiceException refusal) {
        return refusal.awsErrorDetails() == null
                ? refusal.getClass().getSimpleName()
                : refusal.awsErrorDetails().errorCode();
    }

    private static byte[] answered(InvokeResponse response, Workbench bench) throws SqlFailure {
        if (response.functionError() != null) {
            throw Detail.failure(
                    response.payload().asString(StandardCharsets.UTF_8), REFUSED, response.functionError(), bench);
        }
        return response.payload().asByteArray();
    }

    private InvokeResponse once(SdkBytes payload, Workbench bench) throws SqlFailure, IOException {
        Future<InvokeResponse> call = executor.submit(
                () -> lambda.invoke(invoke -> invoke.functionName(function).payload(payload)));
        while (true) {
            try {
                return call.get(LOOK, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                bench.checkCancelled();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof SdkException refused) {
                    throw refused;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }

    private static void pause(long delay, Workbench bench) throws SqlFailure, IOException {
        long left = delay;
        while (left > 0) {
            long slept = Math.min(left, LOOK);
            try {
                Thread.sleep(slept);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
            left -= slept;
            bench.checkCancelled();
        }
    }
}
