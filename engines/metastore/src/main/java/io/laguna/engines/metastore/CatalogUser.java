package io.laguna.engines.metastore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.security.PrivilegedExceptionAction;
import org.apache.hadoop.hive.metastore.IHMSHandler;
import org.apache.hadoop.security.UserGroupInformation;

/**
 * The rule that connections that call themselves {@code glue} ({@code set_ugi}) work as a user of their own, which
 * Hadoop hands down to the metastore's other threads and to {@link UntouchedS3}.
 */
final class CatalogUser {
    private static final String NAME = "glue";

    private final UserGroupInformation user = UserGroupInformation.createRemoteUser(NAME);
    /** The server gives every connection a thread. */
    private final ThreadLocal<Boolean> glue = ThreadLocal.withInitial(() -> false);

    static boolean isCalling() {
        try {
            return UserGroupInformation.getCurrentUser().getShortUserName().equals(NAME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    IHMSHandler over(IHMSHandler handler) {
        return (IHMSHandler) Proxy.newProxyInstance(
                CatalogUser.class.getClassLoader(), new Class<?>[] {IHMSHandler.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("set_ugi")) {
                        glue.set(NAME.equals(arguments[0]));
                    }
                    PrivilegedExceptionAction<Object> call = () -> method.invoke(handler, arguments);
                    try {
                        return glue.get() ? user.doAs(call) : call.run();
                    } catch (UndeclaredThrowableException e) {
                        throw e.getCause() instanceof InvocationTargetException failure ? failure.getCause() : e;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Forgets the user of this thread: its connection has ended, and the thread gets another one. */
    void forget() {
        glue.remove();
    }
}
