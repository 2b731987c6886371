"""
Mutants of function bodies, made by mutmut's own operators, and the tests that kill them.

mutmut's runner is not used: it reads which mutant is meant from the environment at every call,
and takes a test run a mutant. Here the tests of a subject are collected once, a coverage run says
which of them reach which line, and each mutant is a fork in which one function has other code.
"""
