package io.laguna.testing;

import io.laguna.emulator.lake.Lake;
import io.laguna.emulator.lake.LakeAddresses;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import software.amazon.awssdk.core.SdkClient;

/**
 * An extension that starts one lake for all the tests of a run and gives its clients to them, as parameters of test
 * methods, of {@code @BeforeEach} methods and of constructors.
 *
 * <p>A test may ask for any AWS SDK client whose module is on the class path ({@code S3Client}, {@code GlueClient}, …),
 * {@link TestBucket}, {@link TestDatabase}, {@link Lake} and {@link LakeAddresses}. A bucket and a database are the
 * test's own and are deleted with all that is in them when it ends; everything else stays for the next test unless the
 * next test asks for {@link ResetLake}. Tests that ask for {@link ResetLake} must not run beside others.
 */
public final class LagunaExtension implements ParameterResolver, BeforeEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(LagunaExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return SdkClient.class.isAssignableFrom(type)
                || type == TestBucket.class
                || type == TestDatabase.class
                || type == Lake.class
                || type == LakeAddresses.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        EmbeddedLake lake = lake(context);
        if (type == Lake.class) {
            return lake.lake();
        }
        if (type == LakeAddresses.class) {
            return lake.lake().addresses();
        }
        Store store = context.getStore(NAMESPACE);
        if (type == TestBucket.class) {
            return store.getOrComputeIfAbsent(
                            type, key -> new OwnBucket(lake, lake.createBucket(name(context, "-"))), OwnBucket.class)
                    .bucket();
        }
        if (type == TestDatabase.class) {
            return store.getOrComputeIfAbsent(
                            type,
                            key -> new OwnDatabase(lake, lake.createDatabase(name(context, "_"))),
                            OwnDatabase.class)
                    .database();
        }
        return store.getOrComputeIfAbsent(
                        type,
                        key -> new OwnClient(ClientOfType.create(type.asSubclass(SdkClient.class), lake.clients())),
                        OwnClient.class)
                .client();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        boolean asked = AnnotationSupport.isAnnotated(context.getElement(), ResetLake.class)
                || AnnotationSupport.isAnnotated(context.getTestClass(), ResetLake.class);
        if (asked) {
            lake(context).reset();
        }
    }

    private static EmbeddedLake lake(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(EmbeddedLake.class, key -> EmbeddedLake.start(), EmbeddedLake.class);
    }

    /**
     * Returns a name that tells the test to somebody who looks into the zones while it runs, in characters that S3 and
     * Glue take.
     */
    private static String name(ExtensionContext context, String separator) {
        String test = context.getTestMethod()
                .map(method -> method.getName())
                .orElseGet(() -> context.getRequiredTestClass().getSimpleName())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
        return "test" + separator + test.substring(0, Math.min(test.length(), 40)) + separator
                + UUID.randomUUID().toString().substring(0, 8);
    }

    private record OwnBucket(EmbeddedLake lake, TestBucket bucket) implements CloseableResource {
        @Override
        public void close() {
            lake.delete(bucket);
        }
    }

    private record OwnDatabase(EmbeddedLake lake, TestDatabase database) implements CloseableResource {
        @Override
        public void close() {
            lake.delete(database);
        }
    }

    private record OwnClient(SdkClient client) implements CloseableResource {
        @Override
        public void close() {
            client.close();
        }
    }
}
