package io.laguna.emulator.glue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import software.amazon.awssdk.services.glue.GlueClient;

/** The rooms of the service as one client. */
final class OneClient implements InvocationHandler {
    private final List<GlueClient> rooms;

    private OneClient(List<GlueClient> rooms) {
        this.rooms = rooms;
    }

    static GlueClient of(List<GlueClient> rooms) {
        return (GlueClient) Proxy.newProxyInstance(
                OneClient.class.getClassLoader(), new Class<?>[] {GlueClient.class}, new OneClient(rooms));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        List<GlueClient> claiming = rooms.stream()
                .filter(room -> overridden(room, method).isPresent())
                .toList();
        if (claiming.size() > 1) {
            throw new IllegalStateException("Two rooms claim " + method.getName());
        }
        if (claiming.isEmpty()) {
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            throw new NoSuchElementException("No room does " + method.getName());
        }
        try {
            Method override = overridden(claiming.get(0), method).orElseThrow();
            override.setAccessible(true);
            return override.invoke(claiming.get(0), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Optional<Method> overridden(GlueClient room, Method method) {
        try {
            return Optional.of(room.getClass().getDeclaredMethod(method.getName(), method.getParameterTypes()));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }
}
