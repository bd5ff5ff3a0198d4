package io.laguna.emulator.emr;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.wire.Rooms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** EMR on the engines of the catalog's tests, opened once per test JVM, in a parameter of a test or its constructor. */
public final class EmrLake extends OnEngines<EmrLake.Running> {
    static final Caller CALLER = EngineLake.CALLER;
    public static final String BUCKET = "emr-tests";
    /** How long a cluster of a test waits for its first step. */
    public static final Duration FIRST_STEP = Duration.ofSeconds(3);

    public EmrLake() {
        super(Running.class, Running::new);
    }

    /** The service and what it works with. */
    public static final class Running implements ExtensionContext.Store.CloseableResource {
        private final EngineLake.Running engines;
        private final S3Client s3;
        private final Path folder;
        private Emr emr;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.s3 = engines.s3();
            this.folder = engines.folder("emr");
            s3.createBucket(request -> request.bucket(BUCKET));
            open();
        }

        private void open() {
            emr = Emr.open(engines.state(), engines.drivers(), s3, folder, FIRST_STEP);
        }

        /** The service as one client. */
        public EmrClient client() {
            return client(CALLER);
        }

        public EmrClient client(Caller caller) {
            return Rooms.of(EmrClient.class, emr.rooms(caller)).client();
        }

        /** Returns the parts of the service. */
        List<EmrClient> rooms(Caller caller) {
            return emr.rooms(caller);
        }

        /** A cluster to be made. */
        public TestCluster cluster() {
            return new TestCluster(this);
        }

        /** Laguna ends, however it ends: what runs is killed, and nobody writes how. */
        void close(Runnable meanwhile) {
            emr.close();
            meanwhile.run();
            open();
        }

        public Path folder() {
            return folder;
        }

        public void sql(String statement, Object... arguments) {
            engines.state().read(handle -> handle.execute(statement, arguments));
        }

        /** Puts a text into the tests' bucket and says where. */
        public String put(String name, String text) {
            String key = UUID.randomUUID() + "/" + name;
            s3.putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString(text));
            return "s3://" + BUCKET + "/" + key;
        }

        /** A log file, decompressed. */
        public String log(String uri) {
            String key = uri.substring(("s3://" + BUCKET + "/").length());
            byte[] bytes = s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key))
                    .asByteArray();
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public boolean has(String uri) {
            try {
                s3.headObject(request -> request.bucket(BUCKET).key(uri.substring(("s3://" + BUCKET + "/").length())));
                return true;
            } catch (NoSuchKeyException e) {
                return false;
            }
        }

        @Override
        public void close() {
            emr.close();
            s3.close();
        }
    }
}
