package io.laguna.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The rate at which events go through a rule into a queue: 1,000 a second are offered, in batches of ten. */
record EventRates(EventBridgeClient events, SqsClient sqs) {
    private static final int SECONDS = 10;
    private static final int A_SECOND = 1_000;
    private static final int BATCH = 10;
    private static final int CLIENTS = 4;
    private static final double SECOND = 1e9;

    void run() throws InterruptedException {
        String queue = sqs.createQueue(create -> create.queueName("rates")).queueUrl();
        events.putRule(rule -> rule.name("rates").eventPattern("{\"source\": [\"bench\"]}"));
        events.putTargets(targets -> targets.rule("rates")
                .targets(Target.builder()
                        .id("queue")
                        .arn("arn:aws:sqs:us-east-1:000000000000:rates")
                        .build()));
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        int batches = SECONDS * A_SECOND / BATCH;
        long begun = System.nanoTime();
        for (int i = 0; i < batches; i++) {
            long due = begun + (long) (i * SECOND * BATCH / A_SECOND);
            clients.execute(() -> put(due));
        }
        clients.shutdown();
        var unused = clients.awaitTermination(5, TimeUnit.MINUTES);
        double taken = (System.nanoTime() - begun) / SECOND;
        while (waiting(queue) < batches * BATCH && System.nanoTime() - begun < 600 * SECOND) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        double arrived = (System.nanoTime() - begun) / SECOND;
        System.out.printf(
                Locale.ROOT,
                "  %,d events through a rule: taken in %.1f s (%,.0f a second), all in the queue after %.1f s (%,.0f a second)%n",
                batches * BATCH,
                taken,
                batches * BATCH / taken,
                arrived,
                batches * BATCH / arrived);
    }

    private void put(long due) {
        long pause = due - System.nanoTime();
        if (pause > 0) {
            LockSupport.parkNanos(pause);
        }
        List<PutEventsRequestEntry> batch = new ArrayList<>();
        IntStream.range(0, BATCH)
                .forEach(each -> batch.add(PutEventsRequestEntry.builder()
                        .source("bench")
                        .detailType("tick")
                        .detail("{\"number\": " + each + "}")
                        .build()));
        events.putEvents(put -> put.entries(batch));
    }

    private int waiting(String queue) {
        Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(
                        get -> get.queueUrl(queue).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes();
        return Integer.parseInt(attributes.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }
}
