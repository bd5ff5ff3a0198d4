package io.laguna.emulator.s3;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.testkit.OperationsContract;
import io.laguna.wire.Rooms;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** S3's model of AWS is not among those of the first SDK: what it says beside the second is in the tests' resources. */
class S3ContractTest extends OperationsContract<S3Client> {
    @TempDir
    private Path folder;

    private S3 s3;

    S3ContractTest() {
        super(S3Client.class, "s3-2006-03-01", "s3");
    }

    @BeforeEach
    void open() {
        s3 = S3.open(folder);
        client().createBucket(request -> request.bucket("known"));
    }

    @AfterEach
    void close() {
        s3.close();
    }

    private S3Client client() {
        return Rooms.of(S3Client.class, rooms()).client();
    }

    @Override
    protected Map<String, String> known() {
        return Map.of("Bucket", "known");
    }

    /** A marker is a key, and any key will do. */
    @Override
    protected Set<String> tokens() {
        return Set.of("ContinuationToken");
    }

    /** No object can be restored: {@code ObjectsTest.onlyWhatIsArchivedCanBeRestored} says how that is refused. */
    @Override
    protected Set<String> alwaysRefused() {
        return Set.of("RestoreObject");
    }

    @Override
    protected List<S3Client> rooms() {
        return s3.rooms(Caller.DEFAULT);
    }
}
