package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.glue.GlueClient;

/** Tests that a start does not load a service's hundreds of classes. */
class LazyLoadingTest {
    /** A class loader that loads the SDK's service classes itself, and remembers which. */
    private static final class Watched extends ClassLoader {
        private static final String SERVICES = "software.amazon.awssdk.services.";
        private final Set<String> loaded = ConcurrentHashMap.newKeySet();

        Watched() {
            super(LazyLoadingTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(SERVICES) && !name.startsWith(RoomsTest.class.getName())) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known != null ? known : define(name);
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = stream.readAllBytes();
                loaded.add(name);
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    void readingAnIndexLoadsTheClientsInterfaceOnly() throws Exception {
        byte[] index =
                Indexes.text(ServiceDescription.reflect(GlueClient.class)).getBytes(StandardCharsets.UTF_8);
        Watched loader = new Watched();
        Class<? extends SdkClient> client =
                loader.loadClass(GlueClient.class.getName()).asSubclass(SdkClient.class);

        ServiceDescription glue = ServiceDescription.read(client, new ByteArrayInputStream(index));
        assertThat(loader.loaded).hasSize(1);

        Wire wire = new Wire(glue);
        wire.decode(glue.operations().get("GetDatabase"), Sent.json("AWSGlue.GetDatabase", "{\"Name\":\"d\"}"));
        assertThat(loader.loaded).hasSizeLessThan(20);
    }

    @Test
    void roomsLoadWhatTheyClaimOnly() throws Exception {
        Watched loader = new Watched();
        Class<? extends SdkClient> client =
                loader.loadClass(GlueClient.class.getName()).asSubclass(SdkClient.class);
        Constructor<?> constructor =
                loader.loadClass(RoomsTest.Tables.class.getName()).getDeclaredConstructor();
        constructor.setAccessible(true);
        Object room = constructor.newInstance();

        assertThat(rooms(client, room)).containsExactly("GetTable");

        assertThat(loader.loaded).hasSizeLessThan(60);
    }

    @SuppressWarnings("unchecked")
    private static <C extends SdkClient> Set<String> rooms(Class<C> client, Object room) {
        return Rooms.of(client, List.of((C) room)).operations();
    }
}
