package io.laguna.pipelines.follow;

import io.laguna.pipelines.profile.Patience;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** The questions that are put to a service until its answer is the one that is waited for. */
public record Questions(Patience patience, StopSignal stop) {

    /**
     * Asks until the answer passes.
     *
     * <p>A question that the service cannot answer now, as when the network is away, is asked again until
     * {@link Patience#unanswered} is over.
     *
     * @param what is waited for, for the message
     * @throws CancellationException when the run is stopped meanwhile
     * @throws OverdueException when the deadline is over
     * @throws SdkException the service's own, when it refuses to answer or does not answer for too long
     */
    public <T> T until(String what, Duration deadline, Supplier<T> question, Predicate<T> enough) {
        long begun = System.nanoTime();
        long answered = begun;
        while (!stop.isGiven()) {
            try {
                T answer = question.get();
                answered = System.nanoTime();
                if (enough.test(answer)) {
                    return answer;
                }
            } catch (SdkException e) {
                if (!mayPass(e) || since(answered).compareTo(patience.unanswered()) > 0) {
                    throw e;
                }
            }
            if (since(begun).compareTo(deadline) > 0) {
                throw new OverdueException(what + " took longer than " + deadline.toSeconds() + " s");
            }
            if (stop.within(patience.poll())) {
                break;
            }
        }
        throw new CancellationException(what + " was stopped");
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /**
     * Tells whether a failure may pass: there was no answer at all, there were too many questions, or the service
     * failed.
     */
    private static boolean mayPass(SdkException failure) {
        return !(failure instanceof SdkServiceException answer)
                || answer.isThrottlingException()
                || answer.statusCode() >= 500;
    }
}
