package io.laguna.wire;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rooms of a service as one object of the SDK's interface. The interface's default methods lead every overload to
 * the operation.
 */
final class RoomsClient implements InvocationHandler {
    private final Class<?> clientInterface;
    private final Function<Method, Optional<MethodHandle>> claims;

    RoomsClient(Class<?> clientInterface, Function<Method, Optional<MethodHandle>> claims) {
        this.clientInterface = clientInterface;
        this.claims = claims;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Optional<MethodHandle> claim = claims.apply(method);
        if (claim.isPresent()) {
            return claim.get().invokeWithArguments(arguments);
        }
        if (!Modifier.isAbstract(method.getModifiers()) && method.getDeclaringClass() != Object.class) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        return switch (method.getName()) {
            case "serviceName" -> clientInterface.getField("SERVICE_NAME").get(null);
                // The service outlives those who use it.
            case "close" -> null;
            case "toString" -> "rooms of " + clientInterface.getSimpleName();
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }
}
