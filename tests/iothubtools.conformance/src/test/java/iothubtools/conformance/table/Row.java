// SPDX-License-Identifier: EPL-2.0
package iothubtools.conformance.table;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A row of docs/conformance.md that the annotated test proves. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Row.Several.class)
public @interface Row {

	/** The operation of the contract. */
	ContractOperation value();

	/** The SDK's client; void for plain HTTP, where no SDK has the operation. */
	Class<?> sdk() default void.class;

	/** The client's method; empty with plain HTTP. */
	String call() default "";

	/** What is special about it: the transport, the arguments. */
	String with() default "";

	/** The error a caller sees; empty for yes. */
	String error() default "";

	/** Whether the error comes of what the hub, or the SDK, does not have; otherwise the service would refuse the call too. */
	boolean unsupported() default false;

	/** The rows of one test. */
	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@interface Several {

		Row[] value();
	}
}
