"""x"""
def reform_page(*a):
    raise NotImplementedError
