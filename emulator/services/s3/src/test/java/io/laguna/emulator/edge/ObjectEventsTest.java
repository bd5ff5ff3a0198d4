package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.s3.event.ObjectEvents;
import io.laguna.emulator.s3.store.object.ObjectEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

class ObjectEventsTest {
    @TempDir
    private Path folder;

    private final List<ObjectEvent> heard = new CopyOnWriteArrayList<>();
    private TestEdge edge;
    private S3Client s3;

    @BeforeEach
    void start() {
        edge = TestEdge.open(folder);
        s3 = edge.s3();
        s3.createBucket(request -> request.bucket("raw"));
    }

    @AfterEach
    void stop() {
        s3.close();
        edge.close();
    }

    @Test
    void whatComesAndGoesIsToldAsS3NamesIt() {
        subscribe();

        s3.putObject(request -> request.bucket("raw").key("a"), RequestBody.fromString("four"));
        s3.copyObject(request -> request.sourceBucket("raw")
                .sourceKey("a")
                .destinationBucket("raw")
                .destinationKey("b"));
        multipart("c");
        s3.deleteObject(request -> request.bucket("raw").key("a"));
        s3.deleteObjects(request -> request.bucket("raw")
                .delete(delete ->
                        delete.objects(ObjectIdentifier.builder().key("b").build())));

        await(5);
        assertThat(heard)
                .extracting(event -> event.name().awsName() + " " + event.key())
                .containsExactly(
                        "ObjectCreated:Put a",
                        "ObjectCreated:Copy b",
                        "ObjectCreated:CompleteMultipartUpload c",
                        "ObjectRemoved:Delete a",
                        "ObjectRemoved:Delete b");
        ObjectEvent put = heard.get(0);
        assertThat(put.bucket()).isEqualTo("raw");
        assertThat(put.size()).hasValue(4);
        assertThat(put.eTag()).contains("8cbad96aced40b3838dd9f07f6ef5772");
        assertThat(heard.get(2).size()).hasValue(5);
    }

    @Test
    void anEventIsToldWhenTheObjectIsThere() {
        List<Boolean> there = new CopyOnWriteArrayList<>();
        ObjectEvents.Handle handle = edge.events()
                .subscribe(event ->
                        there.add(Files.exists(edge.buckets().resolve("raw").resolve(event.key()))));

        s3.putObject(request -> request.bucket("raw").key("a"), RequestBody.fromString("x"));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> there.size() == 1);
        assertThat(there).containsExactly(true);
        handle.close();
    }

    @Test
    void nothingIsToldOfWhatDidNotHappen() {
        subscribe();

        s3.deleteObject(request -> request.bucket("raw").key("never there"));
        edge.raw().exchange("PUT /raw/half HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhalf");
        String upload = s3.createMultipartUpload(
                        request -> request.bucket("raw").key("aborted"))
                .uploadId();
        s3.abortMultipartUpload(request -> request.bucket("raw").key("aborted").uploadId(upload));
        s3.putObject(request -> request.bucket("raw").key("last"), RequestBody.empty());

        await(1);
        assertThat(heard).extracting(ObjectEvent::key).containsExactly("last");
    }

    @Test
    void aListenerThatFailsOrHangsHarmsNobody() throws InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        edge.events().subscribe(event -> {
            throw new IllegalStateException("on purpose");
        });
        edge.events().subscribe(event -> hang(released));
        subscribe();

        for (int i = 0; i < 3; i++) {
            String key = "key-" + i;
            s3.putObject(request -> request.bucket("raw").key(key), RequestBody.fromString("x"));
        }

        await(3);
        released.countDown();
    }

    @Test
    void aClosedHandleHearsNoMore() {
        ObjectEvents.Handle handle = edge.events().subscribe(heard::add);
        s3.putObject(request -> request.bucket("raw").key("heard"), RequestBody.fromString("x"));
        await(1);
        handle.close();

        s3.putObject(request -> request.bucket("raw").key("unheard"), RequestBody.fromString("x"));
        List<ObjectEvent> others = new CopyOnWriteArrayList<>();
        edge.events().subscribe(others::add);
        s3.putObject(request -> request.bucket("raw").key("other"), RequestBody.fromString("x"));

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> others.size() == 1);
        assertThat(heard).extracting(ObjectEvent::key).containsExactly("heard");
    }

    private void subscribe() {
        edge.events().subscribe(heard::add);
    }

    private void multipart(String key) {
        String upload = s3.createMultipartUpload(
                        request -> request.bucket("raw").key(key))
                .uploadId();
        String eTag = s3.uploadPart(
                        request ->
                                request.bucket("raw").key(key).uploadId(upload).partNumber(1),
                        RequestBody.fromString("parts"))
                .eTag();
        s3.completeMultipartUpload(request -> request.bucket("raw")
                .key(key)
                .uploadId(upload)
                .multipartUpload(done -> done.parts(
                        CompletedPart.builder().partNumber(1).eTag(eTag).build())));
    }

    private void await(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> heard.size() >= count);
    }

    private static void hang(CountDownLatch released) {
        try {
            assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
